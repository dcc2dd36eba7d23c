import { Module, type DynamicModule } from '@nestjs/common';
import { AdmissionModule } from './admission/index.js';
import { AgencyModule } from './agency/index.js';
import { AbsenceModule } from './absence/index.js';
import { DayModule } from './day/index.js';
import { ReportModule } from './report/index.js';
import { AccountModule } from './account/index.js';
import { AgendaModule } from './agenda/index.js';
import { ApprovalModule } from './approval/index.js';
import { AssessmentModule } from './assessment/index.js';
import { AttendanceModule } from './attendance/index.js';
import { AuditModule } from './audit/index.js';
import { BoardModule } from './board/index.js';
import { CalendarModule } from './calendar/index.js';
import { CertificateModule } from './certificate/index.js';
import { CheckInModule } from './checkin/index.js';
import { CohortModule } from './cohort/index.js';
import { DelegationModule } from './delegation/index.js';
import { DocumentModule } from './document/index.js';
import { EnrolmentModule } from './enrolment/index.js';
import { DeliveryModule } from './delivery/index.js';
import { FileModule } from './file/index.js';
import { FlagModule } from './flag/index.js';
import { GraduationModule } from './graduation/index.js';
import { HomeModule } from './home/index.js';
import { IdentityModule } from './identity/index.js';
import { InboxModule } from './inbox/index.js';
import { JobModule } from './job/index.js';
import { KioskModule } from './kiosk/index.js';
import { LearningModule } from './learning/index.js';
import { MachineModule } from './machine/index.js';
import { NominationModule } from './nomination/index.js';
import { MeritModule } from './merit/index.js';
import { MessageModule } from './message/index.js';
import { OpenapiModule } from './openapi/index.js';
import { PersonModule } from './person/index.js';
import { PlatformModule, type Config, type Database } from './platform/index.js';
import { PostingModule } from './posting/index.js';
import { ProgrammeModule } from './programme/index.js';
import { ReminderModule } from './reminder/index.js';
import { RosterModule } from './roster/index.js';
import { SelectionModule } from './selection/index.js';
import { SessionModule } from './session/index.js';
import { VenueModule } from './venue/index.js';
import { VerificationModule } from './verification/index.js';
import { WaitingModule } from './waiting/index.js';
import { WelcomeModule } from './welcome/index.js';

/** The features: a table of contents. */
const features = [
  IdentityModule,
  AccountModule,
  MachineModule,
  AuditModule,
  CertificateModule,
  VerificationModule,
  JobModule,
  AgencyModule,
  PersonModule,
  RosterModule,
  PostingModule,
  CohortModule,
  SessionModule,
  CalendarModule,
  VenueModule,
  EnrolmentModule,
  AdmissionModule,
  WaitingModule,
  WelcomeModule,
  DocumentModule,
  ApprovalModule,
  SelectionModule,
  DelegationModule,
  NominationModule,
  AttendanceModule, AbsenceModule, DayModule, ReportModule,
  AssessmentModule,
  GraduationModule,
  CheckInModule,
  FlagModule,
  BoardModule,
  KioskModule,
  AgendaModule,
  HomeModule,
  FileModule,
  ProgrammeModule,
  LearningModule,
  MeritModule,
  DeliveryModule,
  MessageModule,
  ReminderModule,
  InboxModule,
  OpenapiModule,
];

@Module({})
export class AppModule {
  static with(config: Config, database: Database): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config, database), ...features] };
  }
}
