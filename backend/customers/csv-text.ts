/** Spreadsheets take text in UTF-8 for it only where this stands before it. */
export const byteOrderMark = '\uFEFF';

/** A line of a list that a spreadsheet opens: it shows what is in it, and works out nothing (owasp.org/www-community/attacks/CSV_Injection). */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(defused(cell))).join(',')}\r\n`;
}

/** A text that would be worked out, as text. An import takes the apostrophe away again. */
export function defused(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
