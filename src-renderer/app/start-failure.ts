/** In both languages, because the words of neither could be fetched. */
const MESSAGE =
  '画面を読み込めませんでした。サーバーに届かないようです。 / The page could not be loaded: the server seems out of reach.';
const AGAIN = '再読み込み / Reload';

/** What is seen instead of nothing when the console's own code or words cannot be fetched. */
export function showStartFailure(root: HTMLElement): void {
  const message = document.createElement('p');
  message.textContent = MESSAGE;
  const again = document.createElement('button');
  again.type = 'button';
  again.textContent = AGAIN;
  again.addEventListener('click', () => location.reload());
  const box = document.createElement('main');
  box.className = 'flex min-h-dvh flex-col items-center justify-center gap-4 p-6 text-center';
  again.className = 'rounded border border-line px-4 py-2';
  box.setAttribute('role', 'alert');
  box.append(message, again);
  root.replaceChildren(box);
}
