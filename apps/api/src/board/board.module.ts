import { Module } from '@nestjs/common';
import { BoardController } from './board.controller.js';
import { BoardService } from './board.service.js';

/** Who is in and who is missing, as it happens. */
@Module({
  controllers: [BoardController],
  providers: [BoardService],
})
export class BoardModule {}
