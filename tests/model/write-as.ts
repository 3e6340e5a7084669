import { closeSync, openSync, writeSync } from 'node:fs';
import { isRotated, openModelFile } from '../../training/language-model/architecture/model-file.ts';
import { toInterleaved } from '../../training/language-model/architecture/rotary-rows.ts';
import { quantise, type WritableType } from '../../training/language-model/gguf/quantise.ts';
import { storedBytes } from '../../training/language-model/gguf/tensor-type.ts';
import { writeGguf } from '../../training/language-model/gguf/write.ts';

/** Writes a model with every matrix stored as `type`; vectors stay float32, as llama.cpp wants them. */
export function writeAs(type: WritableType, from: string, to: string): void {
  const file = openModelFile(from);
  const descriptor = openSync(to, 'w');
  try {
    const tensors = file.gguf.tensors.map((tensor) => {
      const { name, dimensions, weights } = tensor;
      const stored = dimensions.length > 1 ? type : 'F32';
      return {
        name,
        dimensions,
        type: stored,
        bytes: storedBytes(stored, weights),
        data: () => {
          const values = file.weights(tensor);
          const { configuration } = file;
          const rotated = isRotated(configuration, name);
          return quantise(
            stored,
            rotated ? toInterleaved(values, configuration.headSize, dimensions[0] ?? 1) : values,
          );
        },
      } as const;
    });
    for (const chunk of writeGguf(file.gguf.metadata, tensors))
      for (let done = 0; done < chunk.byteLength; ) done += writeSync(descriptor, chunk, done);
  } finally {
    closeSync(descriptor);
    file.close();
  }
}
