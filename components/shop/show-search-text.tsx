'use client';

import { useEffect } from 'react';
import { SEARCH_FIELD } from './search-field';

/** Shows the searched text in the header's field, which is prerendered without it. */
export function ShowSearchText({ text }: { text: string }) {
  useEffect(() => {
    const field = document.getElementById(SEARCH_FIELD);
    if (!(field instanceof HTMLInputElement)) return;
    field.value = text;
    return () => {
      field.value = '';
    };
  }, [text]);
  return null;
}
