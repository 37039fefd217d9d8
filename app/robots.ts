import type { MetadataRoute } from 'next';
import { config } from '@/lib/config';

/** An order's page says noindex itself as well. */
export default function robots(): MetadataRoute.Robots {
  const { publicUrl, localUrl } = config();
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/api/', '/admin/', '/sandbox/', '/*/orders/', '/orders/'] },
    sitemap: `${publicUrl ?? localUrl}/sitemap.xml`,
  };
}
