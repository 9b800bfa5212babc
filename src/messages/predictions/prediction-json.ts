import type { AtRiskReply, PredictionReply, ToldPrediction } from '../../facts/prediction.ts';
import { minorDigits } from '../../loyalty/facts/money.ts';
import type { BgNbdFit } from '../../loyalty/prediction/bg-nbd.ts';
import type { GammaGammaFit } from '../../loyalty/prediction/gamma-gamma.ts';
import { isoFromDay } from '../../loyalty/time/period.ts';

/** Every number unrounded. Where a fit is degenerate its parameters are not there, and `degenerate` says why. */
export function predictionJson({ prediction }: PredictionReply): object {
  return prediction ? toldJson(prediction) : { prediction: null };
}

export function atRiskJson({ prediction, customers, total, parts }: AtRiskReply): object {
  if (!prediction) return { prediction: null };
  const { asOf, currency, facts } = prediction;
  return {
    asOf: isoFromDay(asOf),
    currency,
    ...(parts && { parts }),
    degenerate: facts.bgNbd.kind === 'degenerate' ? facts.bgNbd.why : null,
    terms: facts.terms,
    total,
    customers: customers.map(({ lastOrderDay, ...customer }) => ({
      ...customer,
      lastOrderDay: lastOrderDay === null ? null : isoFromDay(lastOrderDay),
    })),
  };
}

function toldJson({ asOf, currency, facts }: ToldPrediction): object {
  const { bgNbd, gammaGamma, terms, plain, expected, backTest, amountsLeftOut } = facts;
  return {
    asOf: isoFromDay(asOf),
    currency,
    bgnbd: bgNbdJson(bgNbd),
    gammaGamma: gammaGammaJson(gammaGamma, 10 ** minorDigits(currency)),
    terms,
    plain,
    expected,
    backTest,
    amountsLeftOut,
  };
}

function bgNbdJson(fit: BgNbdFit): object {
  if (fit.kind === 'degenerate') return { degenerate: fit.why };
  const { model, logLikelihood, withoutDropOut, evaluations, groups } = fit;
  return { ...model, logLikelihood, logLikelihoodWithoutDropOut: withoutDropOut, evaluations, groups };
}

/** `v` and the likelihood in whole units of the currency, as they are published. */
function gammaGammaJson(fit: GammaGammaFit, minorPerUnit: number): object {
  if (fit.kind === 'degenerate') return { degenerate: fit.why };
  const { model, logLikelihood, customers, evaluations } = fit;
  return {
    ...model,
    v: model.v / minorPerUnit,
    logLikelihood: logLikelihood + customers * Math.log(minorPerUnit),
    customers,
    evaluations,
  };
}
