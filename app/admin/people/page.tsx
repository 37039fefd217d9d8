import type { Metadata } from 'next';
import { AddPerson } from '@/components/admin/add-person';
import { OwnPassword } from '@/components/admin/own-password';
import { PeopleList } from '@/components/admin/people-list';
import { Notice } from '@/components/ui/notice';
import { listPeople } from '@/lib/admin/list-people';
import { isOwner } from '@/lib/admin/session';
import { isKeyOf } from '@/lib/keys-of';
import { pageTexts, type Query, readQuery, requireSession } from '../request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.people.title };
}

const good = ['added', 'removed', 'changed'];

/** The owner adds and removes people here; everyone changes their own password. */
export default async function PeoplePage({ searchParams }: { searchParams: Query }) {
  const session = await requireSession('/admin/people');
  const [{ language, t }, query] = await Promise.all([pageTexts(), readQuery(searchParams)]);
  const people = isOwner(session) ? await listPeople(session) : null;
  const m = t.people;
  const { note = '' } = query;
  return (
    <>
      <h1 className="text-heading">{m.title}</h1>
      {isKeyOf(m.notes, note) && (
        <div className="mt-4">
          <Notice tone={good.includes(note) ? 'good' : 'care'} live="status">
            {m.notes[note]}
          </Notice>
        </div>
      )}
      <div className="mt-5 grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
        {people && <PeopleList {...people} language={language} t={t} />}
        <div className="space-y-5">
          {people && <AddPerson name={query.name ?? ''} t={t} />}
          <OwnPassword name={session.actor} isOwner={people !== null} t={t} />
        </div>
      </div>
    </>
  );
}
