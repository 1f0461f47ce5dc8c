import { afterEach, expect, it } from 'vitest';
import { showStartFailure } from '../../../src-renderer/app/start-failure.ts';

afterEach(() => document.body.replaceChildren());

it('says in both languages that the page could not be loaded, and offers to load it again', () => {
  const root = document.createElement('div');
  root.textContent = 'half of a page';
  document.body.append(root);

  showStartFailure(root);

  expect(root.querySelector('[role=alert]')?.textContent).toMatch(
    /読み込めませんでした.*could not be loaded/,
  );
  expect(root.querySelector('button')?.textContent).toBe('再読み込み / Reload');
  expect(root.textContent).not.toContain('half of a page');
});
