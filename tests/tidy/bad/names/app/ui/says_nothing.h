class QueueController;
