import { redirect } from 'next/navigation';
import { requireSession } from './request';

export default async function OverviewPage() {
  await requireSession('/admin');
  redirect('/admin/orders');
}
