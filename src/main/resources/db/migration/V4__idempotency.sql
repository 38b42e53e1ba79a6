-- The keys of writes with the answers they got.
create table idempotency_key (
  account varchar(100) not null,
  text varchar(200) not null,
  request char(64) not null,
  status int,
  location varchar(500),
  etag varchar(50),
  body text,
  created_at timestamp with time zone not null,
  primary key (account, text)
);
create index idempotency_key_created on idempotency_key (created_at);
