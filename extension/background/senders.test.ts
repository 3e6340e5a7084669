import { describe, expect, test } from 'vitest';
import { classifySender, hostOf } from './senders.ts';

const extension = { id: 'ours', origin: 'chrome-extension://ours' };
const sender = (parts: object) => parts as chrome.runtime.MessageSender;

describe('who sent a message', () => {
  test('an own page, in a tab or not', () => {
    const url = 'chrome-extension://ours/sidepanel.html';
    expect(classifySender(sender({ id: 'ours', url }), extension).kind).toBe('page');
    expect(classifySender(sender({ id: 'ours', url, tab: { id: 1 }, frameId: 0 }), extension).kind).toBe(
      'page',
    );
  });

  test('a frame goes by the host of its top page', () => {
    const frame = classifySender(
      sender({
        id: 'ours',
        url: 'about:srcdoc',
        origin: 'https://embedded.example',
        frameId: 3,
        tab: { id: 7, url: 'https://jobs.example/new' },
      }),
      extension,
    );
    expect(frame).toMatchObject({ kind: 'frame', tabId: 7, frameId: 3, host: 'jobs.example' });
  });

  test.each([
    ['another extension', { id: 'theirs', url: 'chrome-extension://theirs/page.html' }],
    ['another extension with our address', { id: 'theirs', url: 'chrome-extension://ours/popup.html' }],
    ['an address that only begins like ours', { id: 'ours', url: 'chrome-extension://ours.evil/popup.html' }],
    ['nobody in particular', {}],
  ])('%s is a stranger', (_who, parts) => {
    expect(classifySender(sender(parts), extension).kind).toBe('stranger');
  });
});

test('only addresses that the browser can be asked for have a host', () => {
  expect(hostOf('https://jobs.example/new?x=1')).toBe('jobs.example');
  expect(hostOf('http://127.0.0.1:47821/sample')).toBe('127.0.0.1');
  expect(hostOf('http://jobs.example/new')).toBeUndefined();
  expect(hostOf('chrome://settings')).toBeUndefined();
  expect(hostOf('about:blank')).toBeUndefined();
  expect(hostOf(undefined)).toBeUndefined();
});
