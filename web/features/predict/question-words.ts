import type { PredictAnswer, PredictQuestion } from '../../../scenarios/predict/question.ts'
import type { PredictWords } from '../../i18n/catalogue.ts'

/** The question in words. */
export const questionWords = (
  { topic, request, stolen, own, token = 'jwt' }: PredictQuestion,
  { ui: { predict } }: PredictWords,
): string => {
  if (topic === 'own') return own?.ask.text ?? ''
  if (topic === 'break-in') return predict['break-in'](request, stolen)
  return topic === 'kept' ? predict.kept(request, token) : predict[topic](request)
}

/** The language of what an author wrote; null where the lab speaks. */
export const languageOf = (answer: PredictAnswer): string | null =>
  answer.what === 'own' ? answer.language : null

/** An option in words. */
export const answerWords = (answer: PredictAnswer, { ui: { predict } }: PredictWords): string => {
  switch (answer.what) {
    case 'cookie':
      return predict.cookie(answer.name, answer.domain)
    case 'no-cookie':
      return predict.noCookie
    case 'answer':
      return answer.label
    case 'refused':
      return predict.refused
    case 'let-in':
      return predict.gainsAccess
    case 'let-in-with-session':
      return predict.gainsAccessWithSession
    case 'let-in-with-token':
      return predict.gainsAccessWithToken
    case 'form':
      return predict.formFrom(answer.from)
    case 'drawn-form':
      return answer.on === 'Mobile' ? predict.formOfApp : predict.formOfPage
    case 'no-form':
      return predict.noForm
    case 'new-session':
      return predict.newSession
    case 'same-session':
      return predict.sameSession
    case 'no-session':
      return predict.noSession
    case 'participant':
      return answer.name
    case 'kept':
      return predict.places[answer.where](answer.at)
    case 'own':
      return answer.text
    case 'not-kept':
      return predict.notKept
  }
}
