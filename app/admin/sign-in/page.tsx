import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { button, field } from '@/components/admin/styles';
import { Notice } from '@/components/ui/notice';
import { config } from '@/lib/config';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { maxLengths } from '@/lib/input-limits';
import { currentSession, pageTexts, type Query, readQuery } from '../request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.signIn.title };
}

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const [{ t }, query, session] = await Promise.all([pageTexts(), readQuery(searchParams), currentSession()]);
  if (session) redirect('/admin');
  const m = t.signIn;
  const message = config().admin.password === undefined ? m.unset : messageOf(query, m);
  return (
    <div className="mx-auto max-w-sm py-6 sm:py-12">
      <h1 className="text-heading">{m.title}</h1>
      {message && (
        <div className="mt-4">
          <Notice
            tone={query.note === 'signed-out' || query.note === 'password-changed' ? 'good' : 'care'}
            live="alert"
          >
            {message}
          </Notice>
        </div>
      )}
      <form action="/admin/session" method="post" className="mt-6 space-y-4">
        <input type="hidden" name="next" value={query.next ?? '/admin'} />
        <div>
          <label htmlFor="name" className="font-medium">
            {m.name}
          </label>
          <input
            id="name"
            name="name"
            autoComplete="username"
            maxLength={maxLengths.merchantName}
            className={`${field} mt-1`}
          />
          <p className="mt-1 text-sm text-muted">{m.nameHint}</p>
        </div>
        <div>
          <label htmlFor="password" className="font-medium">
            {m.password}
          </label>
          <input
            id="password"
            name="password"
            type="password"
            required
            autoComplete="current-password"
            className={`${field} mt-1`}
          />
        </div>
        <button type="submit" className={button('primary', 'w-full')}>
          {m.submit}
        </button>
      </form>
    </div>
  );
}

function messageOf({ note, minutes }: Record<string, string>, m: AdminTexts['signIn']): string | null {
  switch (note) {
    case 'wrong':
      return m.wrong;
    case 'too-many':
      return m.wait(Number(minutes) || 15);
    case 'expired':
      return m.expired;
    case 'password-changed':
      return m.passwordChanged;
    case 'signed-out':
      return m.signedOut;
    default:
      return null;
  }
}
