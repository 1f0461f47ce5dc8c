/** Puts text on the clipboard; to be called while the person's click or key counts as one. Rejects when nothing lets us. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Where the page may not ask for the clipboard (the desktop app, plain http): the browser's own copying needs no permission.
    if (!copyAsBrowser(text)) throw new Error('the browser did not copy');
  }
}

function copyAsBrowser(text: string): boolean {
  let put = false;
  const onCopy = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    put = event.clipboardData !== null;
  };
  document.addEventListener('copy', onCopy, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', onCopy, { capture: true });
  return put;
}
