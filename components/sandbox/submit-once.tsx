'use client';

import { useEffect } from 'react';

const RELEASE_MS = 5_000;

/**
 * Ignores a second click while a form is being sent. Otherwise a double click would top up, start a fault or move a clock
 * twice.
 */
export function SubmitOnce() {
  useEffect(() => {
    let sent = new WeakSet<HTMLFormElement>();
    const release = () => {
      sent = new WeakSet();
    };
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target;
      if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== 'post') return;
      if (sent.has(form)) event.preventDefault();
      sent.add(form);
      // If no page followed, for example after Stop, the form can be sent again.
      setTimeout(release, RELEASE_MS);
    };
    document.addEventListener('submit', onSubmit);
    window.addEventListener('pageshow', release);
    return () => {
      document.removeEventListener('submit', onSubmit);
      window.removeEventListener('pageshow', release);
    };
  }, []);

  return null;
}
