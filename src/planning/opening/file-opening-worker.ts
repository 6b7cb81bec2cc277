import { serveOpening } from '../../assessment/opening/serve-opening.ts';
import { readAssessmentFile } from '../file/assessment-reader.ts';

serveOpening(readAssessmentFile);
