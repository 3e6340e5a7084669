import { createDetector, type Detector } from '../../shared/detection/detector.ts';
import type { FrameSettings } from '../messages.ts';

/** The part of the settings that decides what is found. */
export type DetectionSettings = Pick<FrameSettings, 'packs' | 'jurisdictions' | 'employerSize'>;

/** What a fresh install has: compiled while the worker still looks the real settings up. */
export const usualSettings: DetectionSettings = { packs: [], jurisdictions: ['US'], employerSize: null };

export interface Detectors {
  /** The detector for these settings; the last one again when they are the same, for compiling takes tens of milliseconds. */
  of(settings: DetectionSettings): Detector;
}

export function createDetectors(): Detectors {
  let last: { readonly key: string; readonly detector: Detector } | undefined;
  return {
    of({ packs, jurisdictions, employerSize }) {
      const key = JSON.stringify([packs, jurisdictions, employerSize]);
      if (last?.key !== key) {
        const size = employerSize === null ? {} : { employerSize };
        last = { key, detector: createDetector({ packs, jurisdictions, ...size }) };
      }
      return last.detector;
    },
  };
}
