-- Plugins that the operator has disabled, by name, on all nodes.
CREATE TABLE rt_plugin_disabled (
  name VARCHAR(400) PRIMARY KEY,
  disabled_at TIMESTAMP(6) NOT NULL,
  disabled_by VARCHAR(200)
);
