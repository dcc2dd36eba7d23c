export { welcomeStandings, type AfterWrong, type WelcomeAnswers, type WelcomeLinkRecord, type WelcomeLogin, type WelcomePersonRecord, type WelcomeQuestion, type WelcomeSent, type WelcomeStanding, type WelcomeView } from './welcome.types.js';
export { afterWrongAnswer, expectedAnswers, firstWordOf, givenAnswers, welcomeDays, welcomePauseMinutes, welcomeQuestion, welcomeStanding, welcomeTries } from './welcome.rules.js';
export { WelcomeChoice, WelcomeNameProof, WelcomeNipProof, WelcomeRequest } from './welcome.dto.js';
export { welcomeProblems } from './welcome.problems.js';
