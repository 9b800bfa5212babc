import { asknicely } from './asknicely.ts';
import { forms } from './forms.ts';
import { hubspot } from './hubspot.ts';
import { klaviyo } from './klaviyo.ts';
import type { KnownExport } from './known-export.ts';
import { magento } from './magento.ts';
import { office24seven } from './office-24seven.ts';
import { paypal } from './paypal.ts';
import { prestashop } from './prestashop.ts';
import { shopify } from './shopify.ts';
import { stripe } from './stripe.ts';
import { surveymonkey } from './surveymonkey.ts';
import { tripletex } from './tripletex.ts';
import { trustpilot } from './trustpilot.ts';
import { typeform } from './typeform.ts';
import { woocommerce } from './woocommerce.ts';

/** Exports that are known by their header. */
export const knownExports: readonly KnownExport[] = [
  ...shopify,
  ...woocommerce,
  ...magento,
  ...prestashop,
  ...stripe,
  ...paypal,
  ...tripletex,
  ...office24seven,
  ...hubspot,
  ...klaviyo,
  ...surveymonkey,
  ...typeform,
  ...forms,
  ...trustpilot,
  ...asknicely,
];
