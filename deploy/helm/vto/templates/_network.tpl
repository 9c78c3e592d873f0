{{- define "vto.monitoringRule" -}}
- ports: [{ port: management }]
  {{- with .Values.networkPolicy.monitoring }}
  from: {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{- /* A rule of egress: a dict of root, port, peers, and own, a component of this chart that is used in place of peers. */}}
{{- define "vto.serverRule" -}}
- ports: [{ port: {{ .port }} }]
  {{- if .own }}
  to:
    - podSelector:
        matchLabels: {{- include "vto.selector" (dict "root" .root "component" .own) | nindent 10 }}
  {{- else if .peers }}
  to: {{- toYaml .peers | nindent 4 }}
  {{- end }}
{{- end }}

{{- /* Names, PostgreSQL, Kafka, the store and the collector of traces. */}}
{{- define "vto.serverRules" -}}
- ports: [{ port: 53, protocol: UDP }, { port: 53, protocol: TCP }]
{{- $policy := .Values.networkPolicy }}
{{- $database := (urlParse (include "vto.databaseUrl" .)).host }}
{{ include "vto.serverRule" (dict "root" . "port" (include "vto.port" (list $database 5432)) "peers" $policy.database "own" (ternary "" "postgres" (ne .Values.database.url ""))) }}
{{- $brokers := list }}
{{- range include "vto.kafkaServers" . | splitList "," }}
{{- $brokers = append $brokers (include "vto.port" (list . 9092)) }}
{{- end }}
{{- range uniq $brokers }}
{{ include "vto.serverRule" (dict "root" $ "port" . "peers" $policy.kafka "own" (ternary "" "kafka" (ne $.Values.kafka.bootstrapServers ""))) }}
{{- end }}
{{- if eq .Values.media.store "s3" }}
{{- $store := urlParse (.Values.media.s3.endpoint | default "https://s3.amazonaws.com") }}
{{ include "vto.serverRule" (dict "root" . "port" (include "vto.port" (list $store.host (ternary 443 80 (eq $store.scheme "https")))) "peers" $policy.store) }}
{{- end }}
{{- with .Values.traces.endpoint }}
{{- $collector := urlParse . }}
{{ include "vto.serverRule" (dict "root" $ "port" (include "vto.port" (list $collector.host (ternary 443 80 (eq $collector.scheme "https")))) "peers" $policy.traces) }}
{{- end }}
{{- end }}

{{- /* The port of host:port, or of a default: a list of both. */}}
{{- define "vto.port" -}}
{{ index . 0 | splitList ":" | rest | first | default (index . 1) }}
{{- end }}

{{- define "vto.internetRule" -}}
- ports: [{ port: 443 }]
  to:
    - ipBlock:
        cidr: 0.0.0.0/0
        except: [10.0.0.0/8, 100.64.0.0/10, 169.254.0.0/16, 172.16.0.0/12, 192.168.0.0/16]
{{- end }}
