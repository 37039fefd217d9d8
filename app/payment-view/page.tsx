import { headers } from 'next/headers';
import { CopyButton } from '@/components/payment/copy-button';
import { ViewTag } from '@/components/payment/view-tag';
import { serverAddress } from '@/lib/server-address';
import { addressOf, type Choice, parseChoice } from './choice';
import { Controls } from './controls';
import { states } from './states';
import { scriptAddress, scriptIntegrity } from './tag';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const invoiceId = '1402562843463';
const invoiceQRCode = `HTTP://SEQR.SE/R${invoiceId}`;

/** Shows every view live, with its script tag to copy. */
export default async function PaymentViewGallery({ searchParams }: Props) {
  const choice = parseChoice(await searchParams);
  const origin = serverAddress({ headers: await headers() });
  const tag = `<script
  id="seqrShop"
  src="${scriptAddress(origin, { ...publicParameters(choice), successCallback: 'shop.paid' })}"
></script>`;
  return (
    <>
      <h1 className="text-title">The payment view</h1>
      <p className="prose-measure mt-3 text-lg text-muted">
        One script tag puts a SEQR payment into any page: the code to scan or, on a phone, a button. It tells your page
        the outcome of the payment. It weighs 8 KB and needs no library.
      </p>

      <Controls choice={choice} />

      <section aria-labelledby="live" className="mt-10">
        <h2 id="live" className="text-heading">
          As it appears in a page
        </h2>
        <Stage choice={choice} state={choice.state} />
      </section>

      <section aria-labelledby="tag" className="mt-10">
        <h2 id="tag" className="text-heading">
          The tag
        </h2>
        <pre className="mt-3 rounded-tile bg-sunken p-4 text-sm leading-relaxed break-all whitespace-pre-wrap">
          <code id="tag-text">{tag}</code>
        </pre>
        <div className="mt-3 flex flex-wrap items-center gap-4">
          <CopyButton text={tag} from="tag-text" />
          <p className="prose-measure text-sm text-muted">
            To pin this version of the script, add <code>crossorigin="anonymous"</code> and{' '}
            <code className="break-all">{`integrity="${await scriptIntegrity()}"`}</code>.
          </p>
        </div>
      </section>

      <section aria-labelledby="states" className="mt-10">
        <h2 id="states" className="text-heading">
          Every state
        </h2>
        <ul
          className={`grid gap-6 ${choice.platform === 'desktop' ? 'xl:grid-cols-2' : 'md:grid-cols-2 xl:grid-cols-3'}`}
        >
          {states.map((state) => (
            <li key={state}>
              <h3 className="mt-2 capitalize">{state}</h3>
              <Stage choice={choice} state={state} isStill />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** Shows a payment view on a background in its colours. With `isStill`, the view polls as rarely as possible. */
function Stage({ choice, state, isStill = false }: { choice: Choice; state: string; isStill?: boolean }) {
  const { platform, colours } = choice;
  const parameters = {
    ...publicParameters(choice),
    platform,
    statusURL: `/payment-view/status/${state}`,
    // The offline state appears only after the second query, so its view polls at the normal rate.
    ...(isStill && state !== 'offline' && { pollFreq: '5000' }),
  };
  const src = scriptAddress('', parameters);
  const width = platform === 'desktop' ? 'max-w-2xl' : 'max-w-96';
  const place = platform === 'desktop' ? 'min-h-101' : 'min-h-99';
  return (
    <div
      className={`mt-3 bg-[Canvas] p-3 ${colours === 'dark' ? 'scheme-dark' : 'scheme-light'} rounded-tile border border-line`}
    >
      <div className={`${width} ${place}`}>
        <ViewTag key={addressOf({ ...choice, state })} src={src} />
      </div>
    </div>
  );
}

/** The parameters a merchant would write, without defaults. */
function publicParameters({ layout, language }: Choice): Record<string, string> {
  return {
    invoiceId,
    invoiceQRCode,
    statusURL: '/payment-status',
    ...(layout !== 'standard' && { layout }),
    language,
  };
}
