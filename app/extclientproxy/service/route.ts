import { serveSoap } from '@/lib/sandbox/gate';

export const dynamic = 'force-dynamic';
export { serveSoap as GET, serveSoap as POST };
