-- Deliveries that the chat is taking or has taken, so that a notification that comes again is not posted again.
CREATE TABLE acme_chat_delivery (
  delivery_id BIGINT PRIMARY KEY,
  claimed_at TIMESTAMP(6) NOT NULL,
  sent BOOLEAN NOT NULL
);
