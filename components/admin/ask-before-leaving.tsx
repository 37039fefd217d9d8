'use client';

import { useEffect } from 'react';
import { keepTyped, typedInto, versionOf } from './typed-values';

interface Props {
  formId: string;
  /** Asked before a link, or a form with `data-leaves`, leaves the page with unsaved values. */
  question: string;
}

/**
 * Asks before the user loses values that were entered into a form. The other forms in `main` return to this page, where
 * KeepTyped restores the values. KeepTyped also restores them after Back and Forward, which a page cannot stop. When the
 * user closes the tab, the browser shows its own question.
 */
export function AskBeforeLeaving({ formId, question }: Props) {
  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    let mayLeave = false;
    const isUnsaved = () => typedInto(form).values.length > 0;
    const ask = (event: Event) => {
      mayLeave = !isUnsaved() || window.confirm(question);
      if (mayLeave) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onSubmit = (event: Event) => {
      const sent = event.target;
      if (!(sent instanceof HTMLFormElement)) return;
      if (sent.dataset.leaves !== undefined) ask(event);
      else mayLeave = sent.closest('main') !== null;
    };
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link && leadsAway(link, event)) ask(event);
    };
    const onUnload = (event: Event) => {
      if (!mayLeave && isUnsaved()) event.preventDefault();
    };
    // In the capture phase, before Next's links and KeepTyped.
    window.addEventListener('submit', onSubmit, true);
    window.addEventListener('click', onClick, true);
    window.addEventListener('beforeunload', onUnload);
    return () => {
      window.removeEventListener('submit', onSubmit, true);
      window.removeEventListener('click', onClick, true);
      window.removeEventListener('beforeunload', onUnload);
      if (!mayLeave && isUnsaved()) keepTyped(form, { ...typedInto(form), left: versionOf(form) });
    };
  }, [formId, question]);

  return null;
}

/** Whether a click on the link replaces the page in this tab. */
function leadsAway(link: HTMLAnchorElement, { button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  const isPlain = link.href !== '' && button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
  return isPlain && link.target !== '_blank' && !link.hasAttribute('download') && link.pathname !== location.pathname;
}
