import type { FastifyInstance, FastifyRequest } from 'fastify';
import { emptyNote, operationNotes, type OperationNote } from './operation-note';

/** A request to the API that was answered. */
export interface ServedRequest extends Readonly<OperationNote> {
  readonly requestId: string;
  readonly status: number;
  readonly durationMs: number;
}

/** Calls back once for each request to the API, refused ones too, when its answer has left. Call before routes are added. */
export function watchRequests(app: FastifyInstance, served: (request: ServedRequest) => void): void {
  const notes = new WeakMap<FastifyRequest, OperationNote>();
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.method === 'OPTIONS' || request.routeOptions.url !== '/graphql') return done();
    const note = emptyNote();
    notes.set(request, note);
    operationNotes.run(note, done);
  });
  app.addHook('onResponse', (request, reply, done) => {
    const note = notes.get(request);
    if (note) {
      const durationMs = Math.round(reply.elapsedTime);
      served({ ...note, requestId: request.id, status: reply.statusCode, durationMs });
    }
    done();
  });
}
