{{- /* Labels of an object: a dict of root and component, and of pool where it is a worker's. */}}
{{- define "vto.selector" -}}
app.kubernetes.io/name: vto
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- with .pool }}
vto.dev/pool: {{ . }}
{{- end }}
{{- end }}

{{- define "vto.labels" -}}
{{ include "vto.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end }}

{{- define "vto.image" -}}
{{ .root.Values.images.registry }}vto/{{ .name }}:{{ .root.Values.images.tag | default .root.Chart.AppVersion }}
{{- end }}

{{- define "vto.databaseUrl" -}}
{{ .Values.database.url | default (printf "postgresql://%s-postgres.%s.svc:5432/vto" .Release.Name .Release.Namespace) }}
{{- end }}

{{- define "vto.kafkaServers" -}}
{{ .Values.kafka.bootstrapServers | default (printf "%s-kafka.%s.svc:9092" .Release.Name .Release.Namespace) }}
{{- end }}

{{- /* Where the servers are, and what the values say for everyone: for services and jobs. */}}
{{- define "vto.servers" -}}
VTO_DB_URL: {{ include "vto.databaseUrl" . | quote }}
KAFKA_BOOTSTRAP_SERVERS: {{ include "vto.kafkaServers" . | quote }}
SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS: /etc/vto/secrets
{{- range $name, $value := .Values.settings }}
{{ $name }}: {{ $value | quote }}
{{- end }}
{{- end }}

{{- /* What both services are told. */}}
{{- define "vto.settings" -}}
{{ include "vto.servers" . }}
{{- if eq .Values.media.store "s3" }}
VTO_MEDIA_STORE: s3
VTO_S3_BUCKET: {{ .Values.media.s3.bucket | quote }}
{{- with .Values.media.s3.endpoint }}
VTO_S3_ENDPOINT: {{ . | quote }}
{{- end }}
{{- with .Values.media.s3.region }}
VTO_S3_REGION: {{ . | quote }}
{{- end }}
{{- end }}
{{- with .Values.traces.endpoint }}
VTO_TRACES_ENDPOINT: {{ . | quote }}
VTO_TRACES_RATIO: {{ $.Values.traces.ratio | quote }}
{{- end }}
{{- end }}

{{- /* Settings as environment: a YAML map. */}}
{{- define "vto.env" -}}
{{- range $name, $value := . }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}

{{- /* The pools with what they leave to workerDefaults, as JSON: {"pools": […]}. */}}
{{- define "vto.pools" -}}
{{- $pools := list }}
{{- $names := list }}
{{- range .Values.workers }}
{{- if has .name $names }}
{{- fail (printf "workers: the name %s is there twice" .name) }}
{{- end }}
{{- $names = append $names .name }}
{{- $pools = append $pools (mergeOverwrite (deepCopy $.Values.workerDefaults) .) }}
{{- end }}
{{- dict "pools" $pools | toJson }}
{{- end }}

{{- define "vto.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ . }}
runAsGroup: {{ . }}
fsGroup: {{ . }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "vto.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end }}

{{- /* What every pod of ours begins with. */}}
{{- define "vto.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .Values.images.pullSecrets }}
imagePullSecrets:
{{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
securityContext: {{- include "vto.podSecurity" 10001 | nindent 2 }}
{{- end }}

{{- /* A dict of root and selector. */}}
{{- define "vto.spread" -}}
topologySpreadConstraints:
{{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
  - maxSkew: 1
    topologyKey: {{ . }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {{- $.selector | nindent 8 }}
{{- end }}
{{- end }}

{{- define "vto.probes" -}}
startupProbe:
  httpGet: { path: /q/health/live, port: management }
  periodSeconds: 2
  failureThreshold: 90
livenessProbe:
  httpGet: { path: /q/health/live, port: management }
  timeoutSeconds: 3
readinessProbe:
  httpGet: { path: /q/health/ready, port: management }
  periodSeconds: 5
  timeoutSeconds: 3
{{- end }}

{{- /* The files of secrets: a dict of root and files, a map from a setting to the key of the secret. */}}
{{- define "vto.secretVolume" -}}
- name: secrets
  secret:
    secretName: {{ .root.Values.secrets.name }}
    defaultMode: 0440
    items:
{{- range $setting, $key := .files }}
      - { key: {{ $key }}, path: {{ $setting }} }
{{- end }}
{{- end }}

{{- /* The files that a service reads: a dict of root, role (its database password) and more (keys). */}}
{{- define "vto.serviceSecrets" -}}
{{- $files := dict "VTO_DB_PASSWORD" .role }}
{{- if eq .root.Values.media.store "s3" }}
{{- $files = merge $files (dict "VTO_S3_ACCESS_KEY" "VTO_S3_ACCESS_KEY" "VTO_S3_SECRET_KEY" "VTO_S3_SECRET_KEY") }}
{{- end }}
{{- range concat .root.Values.kafka.secretSettings .more }}
{{- $files = set $files (splitList "=" . | first) (splitList "=" . | last) }}
{{- end }}
{{- include "vto.secretVolume" (dict "root" .root "files" $files) }}
{{- end }}

{{- define "vto.authoritiesVolume" -}}
{{- with .Values.authorities.secret }}
- { name: authorities, secret: { secretName: {{ . }}, defaultMode: 0440 } }
{{- end }}
{{- end }}

{{- define "vto.authoritiesMount" -}}
{{- if .Values.authorities.secret }}
- { name: authorities, mountPath: /etc/vto/authorities, readOnly: true }
{{- end }}
{{- end }}

{{- define "vto.mediaVolume" -}}
{{- if eq .Values.media.store "files" }}
- name: media
  persistentVolumeClaim:
    claimName: {{ .Values.media.files.claim | default (printf "%s-media" .Release.Name) }}
{{- end }}
{{- end }}

{{- define "vto.mediaMount" -}}
{{- if eq .Values.media.store "files" }}
- { name: media, mountPath: /var/lib/vto/media }
{{- end }}
{{- end }}
