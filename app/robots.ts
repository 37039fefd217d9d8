import type { MetadataRoute } from 'next';
import { config } from '@/lib/config';

// The sitemap's address contains PUBLIC_URL, which the build does not know.
export const dynamic = 'force-dynamic';

/** Order pages also set noindex themselves. */
export default function robots(): MetadataRoute.Robots {
  const { ownUrl } = config();
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/api/', '/admin/', '/sandbox/', '/*/orders/', '/orders/'] },
    sitemap: `${ownUrl}/sitemap.xml`,
  };
}
