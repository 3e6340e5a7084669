const prime = 0x100000001b3n;
const offset = 0xcbf29ce484222325n;
const mask = 0xffffffffffffffffn;

/**
 * 64-bit FNV-1a of the UTF-16 code units, as 16 hex digits. For content keys and fold assignment; not cryptographic.
 * Source: Fowler, Noll, Vo; http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function hashText(text: string): string {
  let hash = offset;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    hash = ((hash ^ BigInt(unit & 0xff)) * prime) & mask;
    hash = ((hash ^ BigInt(unit >>> 8)) * prime) & mask;
  }
  return hash.toString(16).padStart(16, '0');
}
