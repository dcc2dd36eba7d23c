import { Injectable } from '@nestjs/common';

/** The only source of the present instant, so that tests can stand at any moment. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
