import { CreateAudit1795200000000 } from './1795200000000-create-audit.js';
import { CreateAgency1795200001000 } from './1795200001000-create-agency.js';
import { CreatePerson1795200002000 } from './1795200002000-create-person.js';
import { CreateProgramme1795200003000 } from './1795200003000-create-programme.js';
import { CreateCohort1795200004000 } from './1795200004000-create-cohort.js';
import { CreateIdentity1795200005000 } from './1795200005000-create-identity.js';
import { CreateEnrolment1795200006000 } from './1795200006000-create-enrolment.js';
import { CreateCertificate1795200007000 } from './1795200007000-create-certificate.js';
import { CreateJob1795200008000 } from './1795200008000-create-job.js';
import { CreateAdmission1795800000000 } from './1795800000000-create-admission.js';
import { CreateEnrolmentMove1795800001000 } from './1795800001000-create-enrolment-move.js';
import { CreateAnnouncement1795800002000 } from './1795800002000-create-announcement.js';
import { CreateSelection1795800003000 } from './1795800003000-create-selection.js';
import { CreateCalendar1795800004000 } from './1795800004000-create-calendar.js';
import { CreateCheckIn1795800005000 } from './1795800005000-create-check-in.js';
import { CreateDevice1795800006000 } from './1795800006000-create-device.js';
import { CreateDocument1795800007000 } from './1795800007000-create-document.js';
import { CreateMessage1795800008000 } from './1795800008000-create-message.js';
import { CreateAbsence1795800009000 } from './1795800009000-create-absence.js';
import { CreateReport1795800010000 } from './1795800010000-create-report.js';
import { MarkLinksByHand1795800011000 } from './1795800011000-mark-links-by-hand.js';
import { CreateWelcome1795800012000 } from './1795800012000-create-welcome.js';
import { IndexFactsOfParticipants1795800013000 } from './1795800013000-index-facts-of-participants.js';

/** Every migration in order. A frozen list: append, never edit what has shipped. */
export const migrations = [
  CreateAudit1795200000000,
  CreateAgency1795200001000,
  CreatePerson1795200002000,
  CreateProgramme1795200003000,
  CreateCohort1795200004000,
  CreateIdentity1795200005000,
  CreateEnrolment1795200006000,
  CreateCertificate1795200007000,
  CreateJob1795200008000,
  CreateAdmission1795800000000,
  CreateEnrolmentMove1795800001000,
  CreateAnnouncement1795800002000,
  CreateSelection1795800003000,
  CreateCalendar1795800004000,
  CreateCheckIn1795800005000,
  CreateDevice1795800006000,
  CreateDocument1795800007000,
  CreateMessage1795800008000,
  CreateAbsence1795800009000,
  CreateReport1795800010000,
  MarkLinksByHand1795800011000,
  CreateWelcome1795800012000,
  IndexFactsOfParticipants1795800013000,
];
