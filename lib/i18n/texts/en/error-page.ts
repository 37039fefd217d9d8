/** Kept apart from the shop's texts, because the error page is a client component: the browser loads only these three. */
export const errorPage = {
  title: 'Something went wrong on our side',
  text: 'The error has been logged. If you were paying, check your orders before you try again.',
  retry: 'Try again',
};

export type ErrorPageTexts = typeof errorPage;
