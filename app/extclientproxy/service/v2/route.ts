import { serveSoap } from '@/lib/sandbox/soap/endpoint';

export const dynamic = 'force-dynamic';
export { serveSoap as GET, serveSoap as POST };
