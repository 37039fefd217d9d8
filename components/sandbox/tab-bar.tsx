import type { PayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import { CardIcon, ListIcon, MessageIcon, ScanIcon } from './icons';
import { type SessionQuery, withSessionQuery } from './session-query';

const TABS = [
  ['home', '/sandbox/app', ScanIcon],
  ['activity', '/sandbox/app/activity', ListIcon],
  ['messages', '/sandbox/app/messages', MessageIcon],
  ['cards', '/sandbox/app/cards', CardIcon],
] as const;

export type Tab = (typeof TABS)[number][0];

export function TabBar({ texts, tab, sessionQuery }: { texts: PayerAppTexts; tab: Tab; sessionQuery: SessionQuery }) {
  return (
    <nav aria-label={texts.appName} className="safe-bottom grid grid-cols-4 border-line border-t bg-card pt-1.5">
      {TABS.map(([name, path, Icon]) => (
        <a
          key={name}
          href={withSessionQuery(path, sessionQuery)}
          aria-current={name === tab ? 'page' : undefined}
          className={`flex min-h-12 flex-col items-center justify-center gap-0.5 text-xs ${name === tab ? 'font-semibold text-act' : 'text-soft'}`}
        >
          <Icon />
          <span>{texts.tabs[name]}</span>
        </a>
      ))}
    </nav>
  );
}
