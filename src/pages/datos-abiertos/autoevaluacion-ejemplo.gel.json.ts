import { assessmentExample } from '../../assessment/file/assessment-example.ts';

/** The example of the assessment file. */
export function GET(): Response {
  return new Response(assessmentExample());
}
