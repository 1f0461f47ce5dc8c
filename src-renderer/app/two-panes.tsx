import type { ReactElement, ReactNode } from 'react';

interface TwoPanesProps {
  readonly list: ReactNode;
  readonly detail: ReactNode;
  /** `open`: over the list where there is room for one only · `in-strip`: only in the narrowest window · `none`: the list has all the room. */
  readonly detailShown: 'open' | 'in-strip' | 'none';
}

const listClass = {
  open: 'border-line-quiet max-wide:hidden wide:border-r',
  'in-strip': 'border-line-quiet max-strip:hidden wide:border-r',
  none: 'col-span-full',
};
const detailClass = {
  open: '',
  'in-strip': 'max-wide:hidden max-strip:block!',
  none: 'hidden',
};

/** A list and what is chosen in it: side by side, or in a narrower window one over the other. */
export function TwoPanes({ list, detail, detailShown }: TwoPanesProps): ReactElement {
  return (
    <div className="grid h-full grid-cols-1 wide:grid-cols-[minmax(28rem,9fr)_minmax(30rem,11fr)]">
      <div className={`min-h-0 min-w-0 ${listClass[detailShown]}`}>{list}</div>
      <div className={`min-h-0 min-w-0 ${detailClass[detailShown]}`}>{detail}</div>
    </div>
  );
}
