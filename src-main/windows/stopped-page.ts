import type { Texts } from '../language/texts.ts';

/** Says that the console was given up, and leads back to it. Without a script: what stopped the console cannot stop this. */
export function stoppedPage({ appName, htmlLanguage, stopped }: Texts): string {
  return `<!doctype html>
<html lang="${htmlLanguage}">
<meta charset="utf-8">
<title>${appName}</title>
<link rel="stylesheet" href="./stopped.css">
<main>
<h1>${stopped.title}</h1>
<p>${stopped.meaning}</p>
<p><a href="./index.html">${stopped.retry}</a></p>
</main>
</html>
`;
}
