import { forms } from './forms.ts';
import { hubspot } from './hubspot.ts';
import { klaviyo } from './klaviyo.ts';
import type { KnownExport } from './known-export.ts';
import { magento } from './magento.ts';
import { paypal } from './paypal.ts';
import { shopify } from './shopify.ts';
import { stripe } from './stripe.ts';
import { surveymonkey } from './surveymonkey.ts';
import { trustpilot } from './trustpilot.ts';
import { typeform } from './typeform.ts';
import { woocommerce } from './woocommerce.ts';

/** Exports that are known by their header. */
export const knownExports: readonly KnownExport[] = [
  ...shopify,
  ...woocommerce,
  ...magento,
  ...stripe,
  ...paypal,
  ...hubspot,
  ...klaviyo,
  ...surveymonkey,
  ...typeform,
  ...forms,
  ...trustpilot,
];
