import { describe, expect, it } from 'vitest';
import { IntroductionPreview } from '../../../../../src-renderer/features/settings/conversation/introduction-preview.tsx';
import { renderConsole } from '../../../support/render-console.tsx';

const settings = {
  myCompanyName: 'とりつぎ商会',
  myServiceName: 'ハコブ',
  myRepresentativeName: '佐藤',
  calleeDepartment: '情報システム',
  serviceDescription: '受発注の入力を自動にするサービスです。',
};

describe('IntroductionPreview', () => {
  it('shows a gap for a name that is refused, because it will never be said', async () => {
    const refused = { ...settings, myCompanyName: '<b>とりつぎ</b>😀' };

    const { screen } = await renderConsole(<IntroductionPreview settings={refused} />);

    const preview = screen.getByRole('figure');
    await expect.element(preview).toHaveTextContent('＿＿');
    await expect.element(preview).toHaveTextContent('佐藤');
    await expect.element(preview).not.toHaveTextContent('とりつぎ');
  });
});
