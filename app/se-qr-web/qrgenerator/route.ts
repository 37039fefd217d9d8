import { whenAsked } from '@/lib/sandbox/gate';
import { answerQrCode } from '@/lib/sandbox/qr-generator';

export const dynamic = 'force-dynamic';

export const GET = whenAsked(async (request: Request) => answerQrCode(request));
