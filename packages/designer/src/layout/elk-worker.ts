// Answers the messages of elkjs's API when it finds itself in a worker; it comes ready-made, without eval.
import 'elkjs/lib/elk-worker.min.js';
