/**
 * pdf.js is written for newer engines than the oldest one that runs here: without these, it leaves
 * fonts, drawings and comments out and says nothing.
 */
export function addMissingMethods(): void {
  const buffers = ArrayBuffer.prototype as ArrayBuffer & {
    transferToFixedLength?: (length?: number) => ArrayBuffer;
  };
  // A copy: whoever goes on using the old one finds it as it was.
  buffers.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
    const copy = new ArrayBuffer(length);
    new Uint8Array(copy).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
    return copy;
  };
  const urls = URL as { parse?: (text: string, base?: string) => URL | null };
  urls.parse ??= (text, base) => (URL.canParse(text, base) ? new URL(text, base) : null);
}
