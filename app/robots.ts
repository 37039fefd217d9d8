import type { MetadataRoute } from 'next';
import { config } from '@/lib/config';

/** An order's page says noindex itself as well. */
export default function robots(): MetadataRoute.Robots {
  const { ownUrl } = config();
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/api/', '/admin/', '/sandbox/', '/*/orders/', '/orders/'] },
    sitemap: `${ownUrl}/sitemap.xml`,
  };
}
