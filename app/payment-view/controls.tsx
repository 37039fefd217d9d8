import Link from 'next/link';
import { keysOf } from '@/lib/keys-of';
import { addressOf, type Choice, options } from './choice';

const languageNames = new Intl.DisplayNames('en', { type: 'language' });

/** A row of links per option, so every choice has an address. */
export function Controls({ choice }: { choice: Choice }) {
  return (
    <nav aria-label="What is shown" className="mt-8 grid gap-3">
      {keysOf(options).map((key) => (
        <div key={key} className="grid items-baseline gap-x-4 sm:grid-cols-[6rem_1fr]">
          <h2 className="font-sans text-sm text-muted capitalize">{key}</h2>
          <ul className="flex flex-wrap gap-1">
            {options[key].map((option) => (
              <li key={option}>
                <Link
                  href={addressOf({ ...choice, [key]: option })}
                  scroll={false}
                  prefetch={false}
                  aria-current={choice[key] === option ? 'true' : undefined}
                  className="block rounded-full px-3 py-1.5 text-sm first-letter:uppercase hover:bg-sunken aria-[current]:bg-pine aria-[current]:text-on-pine"
                >
                  {key === 'language' ? languageNames.of(option) : option}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
