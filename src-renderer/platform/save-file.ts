/** Long enough for a browser to have begun to read what it saves. */
const readWithinMs = 60_000;

/** Hands a file to the browser, which saves it, or asks where. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), readWithinMs);
}
