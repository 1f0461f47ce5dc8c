import { describe, expect, it } from 'vitest';
import { StatusTable } from '../../../../src-renderer/features/customers/status-table.tsx';
import { renderConsole } from '../../support/render-console.tsx';

describe('StatusTable', () => {
  it('says of each result what becomes of the customer, with the exceptions and what else follows', async () => {
    const { screen } = await renderConsole(<StatusTable onClose={() => undefined} />);

    const row = (name: string) => screen.getByRole('row', { name });
    await expect.element(row('成功')).toHaveTextContent('対応中「成約」はそのまま');
    await expect.element(row('拒否')).toHaveTextContent(/拒否.*番号を発信禁止にし/);
    await expect.element(row('失敗')).toHaveTextContent('変わりません「未着手」は「対応中」');
    await expect.element(row('要フォロー')).toHaveTextContent('要フォロー次の営業日の10時');
  });
});
