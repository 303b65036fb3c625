import { limits } from './limits.ts'

/** Names with commas between them; when there are very many, the first of them: a sentence stays one. */
export function namesInWords(names: readonly string[]): string {
  const first = names.slice(0, limits.namesListedMax).join(', ')
  return names.length > limits.namesListedMax ? `${first}, …` : first
}
