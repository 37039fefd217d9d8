'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { maxLengths } from '@/lib/input-limits';
import { fetchSuggestions, type Suggestion } from './fetch-suggestions';
import { SuggestionList } from './suggestion-list';

/** The id of the field, whose text `ShowSearchText` sets. */
export const SEARCH_FIELD = 'search';
const LIST = 'search-suggestions';
/** Shorter than a slow typist's pause between two letters. */
const DEBOUNCE_MS = 150;

interface Props {
  language: string;
  /** The path of the search page. */
  action: string;
  /** `found[n]` announces n suggestions. */
  texts: { field: string; submit: string; suggestions: string; found: readonly string[] };
}

/** The search form. Without scripts it is a plain form; with them the field suggests products (an ARIA combobox). */
export function SearchField({ language, action, texts }: Props) {
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const request = useRef<AbortController>(null);
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([]);
  const [active, setActive] = useState(-1);
  const [status, setStatus] = useState('');
  const isOpen = suggestions.length > 0;

  useEffect(() => () => request.current?.abort(), []);

  function close() {
    request.current?.abort();
    setSuggestions([]);
    setActive(-1);
    setStatus('');
  }

  async function suggest() {
    request.current?.abort();
    request.current = new AbortController();
    const { signal } = request.current;
    const found = await fetchSuggestions(field.current?.value ?? '', language, DEBOUNCE_MS, signal);
    if (found === null || signal.aborted) return;
    setSuggestions(found);
    setActive(-1);
    setStatus(texts.found[found.length] ?? '');
  }

  function open(path: string) {
    close();
    // Closes a phone's keyboard.
    field.current?.blur();
    router.push(path);
  }

  function choose(path: string) {
    if (field.current) field.current.value = '';
    open(path);
  }

  function search(event: FormEvent) {
    event.preventDefault();
    const text = field.current?.value.trim() ?? '';
    open(text === '' ? action : `${action}?${new URLSearchParams({ q: text })}`);
  }

  function move(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || !isOpen) return;
    const chosen = suggestions[active];
    if (event.key === 'ArrowDown') setActive(active === suggestions.length - 1 ? -1 : active + 1);
    else if (event.key === 'ArrowUp') setActive(active === -1 ? suggestions.length - 1 : active - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && chosen) choose(chosen.path);
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: the element <search> is unknown to older browsers.
    <form
      role="search"
      action={action}
      onSubmit={search}
      className="relative order-last w-full pb-2 sm:order-none sm:mx-auto sm:w-auto sm:max-w-md sm:flex-1 sm:pb-0"
    >
      <input
        ref={field}
        id={SEARCH_FIELD}
        type="search"
        name="q"
        role="combobox"
        aria-label={texts.field}
        aria-expanded={isOpen}
        aria-controls={LIST}
        aria-autocomplete="list"
        aria-activedescendant={active === -1 ? undefined : `${LIST}-${active}`}
        placeholder={texts.field}
        autoComplete="off"
        enterKeyHint="search"
        maxLength={maxLengths.productSearch}
        onInput={suggest}
        onKeyDown={move}
        onBlur={close}
        className="h-11 w-full rounded-full border border-control bg-surface pr-12 pl-4 text-base [&::-webkit-search-cancel-button]:hidden"
      />
      <button
        type="submit"
        aria-label={texts.submit}
        className="absolute top-0 right-0 grid size-11 place-items-center"
      >
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
          <g fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round">
            <circle cx="10.5" cy="10.5" r="6" />
            <path d="m15.2 15.2 5 5" />
          </g>
        </svg>
      </button>
      <SuggestionList id={LIST} label={texts.suggestions} suggestions={suggestions} active={active} onChoose={choose} />
      <span role="status" className="sr-only">
        {status}
      </span>
    </form>
  );
}
