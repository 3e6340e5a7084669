import { expect, test } from 'vitest';
import { defaultPort } from '../../../shared/protocol/sidecar.ts';
import { parsePort, readPairingHash } from './pairing-hash.ts';

test('reads code and port from the address', () => {
  expect(readPairingHash('#code=AB12-CD34&port=50001')).toEqual({ code: 'AB12-CD34', port: 50001 });
});

test('what is missing or wrong becomes empty or the default', () => {
  expect(readPairingHash('')).toEqual({ code: '', port: defaultPort });
  expect(readPairingHash('#code=x&port=99999').port).toBe(defaultPort);
});

test.each(['0', '65536', '-1', '1.5', 'x', '', '0x50', '1e3'])('%j is no port', (text) => {
  expect(parsePort(text)).toBeUndefined();
});

test.each([
  ['1', 1],
  ['65535', 65535],
  [' 8080 ', 8080],
])('%j is a port', (text, port) => {
  expect(parsePort(text)).toBe(port);
});
