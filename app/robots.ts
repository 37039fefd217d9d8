import type { MetadataRoute } from 'next';
import { config } from '@/lib/config';

/** Orders, cart and checkout are somebody's own: they say noindex themselves, and are not worth a visit. */
export default function robots(): MetadataRoute.Robots {
  const { publicUrl, localUrl } = config();
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/api/', '/admin/', '/sandbox/', '/*/orders/', '/orders/'] },
    sitemap: `${publicUrl ?? localUrl}/sitemap.xml`,
  };
}
