QueueHelper {}
