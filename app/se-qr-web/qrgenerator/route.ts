import { publicRoute } from '@/lib/sandbox/invoices/public-status';
import { answerQrCode } from '@/lib/sandbox/invoices/qr-generator';

export const dynamic = 'force-dynamic';

export const GET = publicRoute(async (request: Request) => answerQrCode(request));
