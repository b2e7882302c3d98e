import encodeQR from 'qr';

/** Pixels; sharp when it is printed as wide as a hand. */
const WIDTH = 640;

/** A picture of an address to scan, with the quiet zone that readers need. */
export async function qrPng(url: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const svg = encodeQR(url, 'svg', { border: 4 });
  const drawn = await renderAsync(svg, {
    fitTo: { mode: 'width', value: WIDTH },
    background: '#fff',
    font: { loadSystemFonts: false },
  });
  return drawn.asPng();
}
