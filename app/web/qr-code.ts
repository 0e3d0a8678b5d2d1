import QRCode from 'qrcode';

/** A QR code as one SVG path in modules; `size` is the width of its square without the quiet zone. */
export interface QrPath {
  readonly size: number;
  readonly path: string;
}

/** Draws a text as a QR code that survives a fold or a stain of 15 % (level M). */
export function drawQrCode(text: string): QrPath {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const runs: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let end = column;
      while (end < size && modules.get(row, end)) end += 1;
      if (end > column) runs.push(`M${column} ${row}h${end - column}v1h-${end - column}z`);
      column = end;
    }
  }
  return { size, path: runs.join('') };
}
